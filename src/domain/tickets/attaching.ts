import { COMMAND_INPUTS } from './commands';
import { isAction, type Action } from './transitions';

/** Can files be attached to an act? Its own input says so, so no form of another act takes an upload. */
export function takesFiles(name: string): name is Action {
  return isAction(name) && 'files' in COMMAND_INPUTS[name].shape;
}
