/**
 * Speaks the clips of the example archive into `content/stories/`, each with its transcript.
 *
 *     node tests/support/example-art/make-sounds.ts [contribution …]
 *
 * Needs espeak-ng on the machine; the archive itself never does.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { registerMediabunnyServer } from '@mediabunny/server';
import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  FlacOutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  WavOutputFormat,
} from 'mediabunny';
import { RATE, speak, webVtt } from './speech.ts';

const FORMATS = {
  m4a: { container: () => new Mp4OutputFormat(), codec: 'aac' },
  wav: { container: () => new WavOutputFormat(), codec: 'pcm-s16' },
  ogg: { container: () => new OggOutputFormat(), codec: 'opus' },
  flac: { container: () => new FlacOutputFormat(), codec: 'flac' },
} as const;

interface Clip {
  readonly story: string;
  readonly format: keyof typeof FORMATS;
  readonly voice: string;
  readonly sentences: readonly string[];
}

const CLIPS: readonly Clip[] = [
  {
    story: '1xek41ka',
    format: 'm4a',
    voice: 'en-gb-x-rp',
    sentences: [
      'This is a computer voice, made for an example.',
      'You are listening to the moped that talks.',
      'Each episode is as long as it takes to drink a cup of tea. This one is a small cup.',
      'Somebody told us one thing that made them ill: damp.',
      'And one thing that made them better: a cousin with a ladder.',
      'Now we turn this off, and wait for you.',
      'The microphone is in the basket, under the flowers.',
    ],
  },
  {
    story: 'q3kjtjnt',
    format: 'flac',
    voice: 'hi',
    sentences: [
      'यह कंप्यूटर की आवाज़ है, जो एक उदाहरण के लिए बनाई गई है।',
      'बारिश वाली शाम।',
      'बारिश ने शीशे पर कुछ लिखा है, मैं पढ़ता हूँ, फिर पोंछ देता हूँ।',
      'सामने वाले घर में एक दीया है, वहाँ भी कोई मेरी तरह जागता है।',
      'आदत से चाय दो प्याली बनी, एक मेरे हाथ में है।',
      'दूसरी खिड़की पर रख दी मैंने: कुछ देर वह भी बारिश देखे।',
    ],
  },
  {
    story: 'p226hy0u',
    format: 'ogg',
    voice: 'pl',
    sentences: [
      'To jest głos komputera, nagrany jako przykład.',
      'Tamtej wiosny jeździłem pustym autobusem.',
      'W rozkładzie nazywało się to kurs. Ja mówiłem na to akwarium.',
      'Któregoś dnia pielęgniarka, wysiadając, przyłożyła dłoń płasko do szyby.',
      'Przyłożyłem swoją z drugiej strony.',
      'Trwało to sekundę, może dwie.',
      'I tak już zostało. Co rano trzy dłonie.',
    ],
  },
  {
    story: 'w7ko0617',
    format: 'wav',
    voice: 'en-gb',
    sentences: [
      'This is a computer voice, made for an example.',
      'It stands for a recording that was made for two people only.',
      'They said yes to their words being read, and no to their voices being heard.',
      'So nobody who visits this archive should ever hear this sentence.',
    ],
  },
  {
    story: 'r8dnq3xw',
    format: 'ogg',
    voice: 'ta',
    sentences: [
      'இது ஒரு எடுத்துக்காட்டுக்காக உருவாக்கப்பட்ட கணினிக் குரல்.',
      'இரவில் நான்கு மாடிகள்.',
      'அங்கே உட்காருபவர்களை நான் பார்த்ததே இல்லை. ஆனாலும் எல்லாரையும் எனக்குத் தெரியும்.',
      'நான்காவது மாடியில் ஜன்னல் ஓரம் இருப்பவரிடம் ஒரு செடி இருக்கிறது.',
      'அந்தச் செடிக்குத் தண்ணீர் ஊற்றினேன். யாரிடமும் கேட்கவில்லை.',
      'ஒரு நாள் இரவு தொட்டியில் ஒரு மஞ்சள் காகிதம்.',
      'நன்றி, நீங்கள் யாராக இருந்தாலும்.',
    ],
  },
  {
    story: 'n9cfx4ud',
    format: 'm4a',
    voice: 'ur',
    sentences: [
      'یہ کمپیوٹر کی آواز ہے، جو ایک مثال کے لیے بنائی گئی ہے۔',
      'آٹھ آدمیوں کا دسترخوان۔',
      'اُس سال مسجد بند تھی، چاند بند نہیں تھا۔',
      'میں نے کبھی اکیلے روزہ نہیں کھولا تھا۔',
      'پہلی شام میں نے ایک آدمی کے لیے دسترخوان بچھایا، اور دسترخوان آٹھ آدمیوں کا تھا۔',
      'تیسری شام دروازے پر دستک ہوئی۔',
      'روزہ صرف میرا تھا۔ انتظار سب کا تھا۔',
    ],
  },
];

const stories = new URL('../../../content/stories/', import.meta.url);
registerMediabunnyServer();
const wanted = process.argv.slice(2);

for (const clip of CLIPS) {
  if (wanted.length > 0 && !wanted.includes(clip.story)) continue;
  const { samples, spoken } = await speak(clip.voice, clip.sentences);
  const bytes = await encoded(samples, clip.format);
  const place = (file: string) => fileURLToPath(new URL(`${clip.story}/${file}`, stories));
  await writeFile(place(`v1.${clip.format}`), bytes);
  await writeFile(place('v1.vtt'), webVtt(spoken));
  const seconds = (samples.length / RATE).toFixed(1);
  process.stdout.write(`${clip.story}/v1.${clip.format}  ${seconds} s, ${bytes.length} bytes\n`);
}

async function encoded(samples: Float32Array, format: keyof typeof FORMATS): Promise<Uint8Array> {
  const { container, codec } = FORMATS[format];
  const target = new BufferTarget();
  const output = new Output({ format: container(), target });
  const source = new AudioSampleSource({ codec, bitrate: 40000 });
  output.addAudioTrack(source);
  await output.start();
  const sample = new AudioSample({
    data: samples,
    format: 'f32',
    numberOfChannels: 1,
    sampleRate: RATE,
    timestamp: 0,
  });
  await source.add(sample);
  sample.close();
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}
