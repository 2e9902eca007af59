"""Sound as MP3 frames that may follow others, so that sentences are joined by their bytes."""

from __future__ import annotations

import lameenc

# 24 kbit/s at 16 kHz: each frame of 36 ms has 108 bytes, so bytes tell the time.
KBITS_PER_SECOND = 24
SAMPLES_PER_SECOND = 16_000
_QUALITY = 5
_BYTES_PER_SAMPLE = 2
_SHORTEST_S = 0.05


def encode(sound: bytes, samples_per_second: int, pause_s: float) -> bytes:
    """Return the MP3 of 16-bit samples of one channel, with a silence of `pause_s` after them.

    What says nothing is a short silence.
    """
    pause = bytes(
        round(samples_per_second * (pause_s if sound else max(pause_s, _SHORTEST_S)))
        * _BYTES_PER_SAMPLE
    )
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(KBITS_PER_SECOND)
    encoder.set_in_sample_rate(samples_per_second)
    encoder.set_out_sample_rate(SAMPLES_PER_SECOND)
    encoder.set_channels(1)
    encoder.set_quality(_QUALITY)
    encoder.silence()
    return bytes(encoder.encode(sound + pause)) + bytes(encoder.flush())
