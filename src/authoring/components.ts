import Caution from './Caution.astro';
import Choice from './Choice.astro';
import Note from './Note.astro';
import Option from './Option.astro';
import Short from './Short.astro';
import Steps from './Steps.astro';
import Video from './Video.astro';
import Why from './Why.astro';

/** What each tag of an article is rendered with. `For` is missing on purpose: it is gone before anything is rendered. */
export const authoringComponents = { Caution, Choice, Note, Option, Short, Steps, Video, Why };
