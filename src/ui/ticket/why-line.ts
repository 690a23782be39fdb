export { requestWhyLine, whyLine } from '@/domain/deadlines';
