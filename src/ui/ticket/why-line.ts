export { whyLine } from '@/domain/deadlines';
