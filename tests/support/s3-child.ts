import { startS3 } from './s3-server.ts';

/** An S3 server as a process: it tells its place to whoever started it, and ends with the line to them. */
const server = await startS3();
process.on('disconnect', () => void server.close());
process.send?.(server.place);
