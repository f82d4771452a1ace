import { spawnSync } from 'node:child_process';
import { Mistakes, type UserError } from '../errors/user-error.ts';

const ENCODERS = ['libvpx-vp9', 'libx264'];

/** The program that encodes clips. Throws `Mistakes` where it is missing, or was built without a codec that we need. */
export function findFfmpeg(program = 'ffmpeg'): string {
  const { status, stdout, error } = spawnSync(program, ['-hide_banner', '-encoders'], { encoding: 'utf8' });
  if (error || status !== 0) {
    throw stopped(program, 'This program is missing, so pictures cannot become a film.', 'Install it');
  }
  const absent = ENCODERS.filter((encoder) => !stdout.includes(` ${encoder} `));
  if (absent.length > 0) {
    throw stopped(program, `This ffmpeg was built without ${absent.join(' and ')}.`, 'Install a full one');
  }
  return program;
}

function stopped(program: string, problem: string, fix: string): Mistakes {
  const mistake: UserError = {
    problem,
    where: { file: program },
    fix: `${fix} (apt-get install ffmpeg, brew install ffmpeg, winget install ffmpeg), then run this again.`,
  };
  return new Mistakes('No clip was made.', [mistake]);
}
