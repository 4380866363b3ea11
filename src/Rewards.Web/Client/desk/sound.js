const notes = {
  ok: [{ hz: 880, at: 0 }, { hz: 1318, at: .11 }],
  no: [{ hz: 196, at: 0 }, { hz: 196, at: .22 }],
};
const wantedWithinMs = 300;

/** <… data-result="ok"> or "no": two notes up, or twice a low one. A sound that the browser would hold back is not played late. */
export async function soundTheResult() {
  const result = document.querySelector('[data-result]')?.dataset.result;
  if (!notes[result] || !window.AudioContext) return;
  const audio = new AudioContext();
  await Promise.race([audio.resume(), new Promise(late => setTimeout(late, wantedWithinMs))]);
  if (audio.state !== 'running') {
    await audio.close();
    return;
  }
  for (const { hz, at } of notes[result]) play(audio, hz, audio.currentTime + at, result === 'no' ? 'square' : 'sine');
}

function play(audio, hz, from, type) {
  const tone = new OscillatorNode(audio, { type, frequency: hz });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setTargetAtTime(type === 'square' ? .12 : .3, from, .005);
  volume.gain.setTargetAtTime(0, from + .1, .03);
  tone.connect(volume).connect(audio.destination);
  tone.start(from);
  tone.stop(from + .4);
}
