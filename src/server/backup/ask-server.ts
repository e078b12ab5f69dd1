import { connect } from 'node:net';
import { join } from 'node:path';
import { type CopyReply, type CopyRequest, SOCKET_FILE } from './backup-socket.ts';

export interface Asked {
  /**
   * 'no-server' when none answers (not started, or killed and its socket left), 'not-allowed' when it belongs to another
   * account, 'gone' when it ended before it had answered.
   */
  reply: CopyReply | 'no-server' | 'not-allowed' | 'gone';
  /** Hang up. A copy that still has the name it was asked for under is then thrown away by the server. */
  end(): void;
}

/** Ask the server that runs on a data folder to copy its database. */
export function askServer(dataDir: string, request: CopyRequest): Promise<Asked> {
  return new Promise((resolve) => {
    let said = '';
    let isConnected = false;
    const socket = connect(join(dataDir, SOCKET_FILE));
    const answer = (reply: Asked['reply']) => resolve({ reply, end: () => void socket.destroy() });
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      isConnected = true;
      socket.write(`${JSON.stringify(request)}\n`);
    });
    socket.on('data', (text) => {
      said += text;
      if (said.endsWith('\n')) answer(JSON.parse(said) as CopyReply);
    });
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (isConnected) answer('gone');
      else answer(code === 'EACCES' || code === 'EPERM' ? 'not-allowed' : 'no-server');
    });
    socket.on('close', () => answer('gone'));
  });
}
