"""A sparse table of numbers, feature by class, that is read from a file without unpacking."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Mapping

_HEAD = struct.Struct("<III")


class Matrix:
    """Rows have names; a row holds (class, value) pairs in three flat arrays."""

    def __init__(self, names: list[str], starts: array[int], columns: array[int], values: array[float]) -> None:
        self.names = names
        self._row = {name: i for i, name in enumerate(names)}
        self._starts, self._columns, self._values = starts, columns, values

    @classmethod
    def from_rows(cls, rows: Mapping[str, Mapping[int, float]], smallest: float = 0.0) -> Matrix:
        """Keep the values whose size is more than `smallest`."""
        names, starts, columns, values = [], array("I", [0]), array("H"), array("f")
        for name, row in rows.items():
            kept = [(c, v) for c, v in row.items() if abs(v) > smallest]
            if kept:
                names.append(name)
                columns.extend(c for c, _ in kept)
                values.extend(v for _, v in kept)
                starts.append(len(columns))
        return cls(names, starts, columns, values)

    def scores(self, vector: Iterable[tuple[str, float]], width: int) -> list[float]:
        """For each class the sum of value times weight over the features of the message."""
        total = [0.0] * width
        row, starts, columns, values = self._row, self._starts, self._columns, self._values
        for name, weight in vector:
            i = row.get(name)
            if i is not None:
                a, b = starts[i], starts[i + 1]
                for c, v in zip(columns[a:b], values[a:b], strict=True):
                    total[c] += weight * v
        return total

    def to_bytes(self) -> bytes:
        """Little-endian on every machine we know; a file from another kind is refused by its checksum."""
        names = "\n".join(self.names).encode()
        head = _HEAD.pack(len(names), len(self.names), len(self._columns))
        return b"".join((head, names, self._starts.tobytes(), self._columns.tobytes(), self._values.tobytes()))

    @classmethod
    def from_bytes(cls, data: memoryview) -> tuple[Matrix, memoryview]:
        """The table and what follows it."""
        size, rows, cells = _HEAD.unpack_from(data)
        data = data[_HEAD.size :]
        names = bytes(data[:size]).decode().split("\n") if rows else []
        data = data[size:]
        starts, columns, values = array("I"), array("H"), array("f")
        for column, amount in ((starts, rows + 1), (columns, cells), (values, cells)):
            part = amount * column.itemsize
            column.frombytes(data[:part])
            data = data[part:]
        return cls(names, starts, columns, values), data
