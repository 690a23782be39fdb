import { describe, expect, it } from 'vitest';
import { readInviteArguments } from '@/server/jobs/cli/invite-arguments';

describe('the arguments of npm run invite', () => {
  it('are read as they are typed', () => {
    const { given, problems } = readInviteArguments(['--email', ' New@Molina.example ', '--role', 'mco', '--org', 'Molina Healthcare', '--plans', 'molina', '--primary', '--org-admin', '--name=Dov Kessler']);
    expect(problems).toEqual([]);
    expect(given).toEqual({ email: 'new@molina.example', role: 'mco', name: 'Dov Kessler', org: 'Molina Healthcare', plans: ['MOLINA'], primary: true, orgAdmin: true });
  });

  it('take plans with commas, and more than once', () => {
    expect(readInviteArguments(['--email', 'a@b.example', '--role', 'account_manager', '--org', 'HFS', '--plans', 'A, B,', '--plans', 'C']).given.plans).toEqual(['A', 'B', 'C']);
  });

  it('that are wrong are all named in one message', () => {
    expect(readInviteArguments(['--email', 'nobody', '--role', 'boss', '--colour', 'red', '--plans=', '--org', '--primary']).problems).toEqual([
      '--colour: there is no such option',
      '--plans: give a value after it',
      '--org: give a value after it',
      '“red”: belongs to no option (put words with spaces in quotes)',
      '--email: give an address such as name@example.org',
      '--role: give one of provider, mco, portal_team, account_manager, sme, administration',
    ]);
  });

  it('that do not go with the role are refused', () => {
    expect(readInviteArguments(['--email', 'a@b.example', '--role', 'sme', '--plans', 'A', '--primary', '--org-admin']).problems.map((p) => p.split(':')[0])).toEqual(['--primary', '--org-admin', '--plans']);
  });

  it('that are missing altogether are an address and a role', () => {
    expect(readInviteArguments([]).problems.map((p) => p.split(':')[0])).toEqual(['--email', '--role']);
  });

  it('hold no characters that cannot be shown', () => {
    expect(readInviteArguments(['--email', 'a@b.example', '--role', 'sme', '--org', 'H\u0007FS']).problems).toEqual(['--org: Remove the characters that cannot be shown, then try again.']);
  });
});
