namespace Entente.Numerics.Networks;

/// <content>The inverse of the working basis, kept up to date pivot by pivot.</content>
internal sealed partial class CyclePacking
{
    /// <summary>The entering column takes the place of a packed cycle.</summary>
    private void Replace(int leaving)
    {
        var size = _basic.Count;
        var pivot = _direction[leaving];
        var from = _inverse.AsSpan(leaving * _stride, size);
        for (var t = 0; t < size; t++) from[t] /= pivot;
        for (var c = 0; c < size; c++)
        {
            var factor = _direction[c];
            if (c == leaving || factor == 0) continue;
            AddScaled(_inverse.AsSpan(c * _stride, size), -factor, from);
        }
    }

    /// <summary>The entering cycle gets a row of its own, the edge that it fills: the inverse is bordered.</summary>
    private void Grow(int cycle, int filled)
    {
        var size = _basic.Count;
        Reserve(size + 1);

        // Row of the new edge over the packed cycles, times the inverse.
        Array.Clear(_row, 0, size + 1);
        for (var c = 0; c < size; c++)
        {
            if (Array.BinarySearch(_cycles[_basic[c]], filled) < 0) continue;
            AddScaled(_row.AsSpan(0, size), 1, _inverse.AsSpan(c * _stride, size));
        }

        var own = Array.BinarySearch(_cycles[cycle], filled) >= 0 ? 1.0 : 0.0;
        for (var c = 0; c < size; c++)
        {
            if (Array.BinarySearch(_cycles[_basic[c]], filled) >= 0) own -= _direction[c];
        }

        for (var c = 0; c < size; c++)
        {
            var factor = _direction[c] / own;
            var to = _inverse.AsSpan(c * _stride, size + 1);
            AddScaled(to[..size], factor, _row.AsSpan(0, size));
            to[size] = -factor;
        }

        var last = _inverse.AsSpan(size * _stride, size + 1);
        for (var t = 0; t < size; t++) last[t] = -_row[t] / own;
        last[size] = 1 / own;
    }

    /// <summary>A packed cycle and a full edge leave together: the last of each takes their place in the inverse.</summary>
    private void Shrink(int leaving, int row)
    {
        var size = _basic.Count;
        var pivot = _inverse[(leaving * _stride) + row];
        for (var c = 0; c < size; c++)
        {
            if (c == leaving) continue;
            var factor = _inverse[(c * _stride) + row] / pivot;
            if (factor == 0) continue;
            var to = _inverse.AsSpan(c * _stride, size);
            AddScaled(to, -factor, _inverse.AsSpan(leaving * _stride, size));
        }

        var last = size - 1;
        _inverse.AsSpan(last * _stride, size).CopyTo(_inverse.AsSpan(leaving * _stride, size));
        for (var c = 0; c < last; c++) _inverse[(c * _stride) + row] = _inverse[(c * _stride) + last];
        (_basic[leaving], _amount[leaving]) = (_basic[last], _amount[last]);
        _basic.RemoveAt(last);
        _amount.RemoveAt(last);
        _full[row] = _full[last];
        _rowOf[_full[row]] = row;
        _full.RemoveAt(last);
    }

    /// <summary>Another edge takes the row of a full one.</summary>
    private void Exchange(int row, int filled)
    {
        var size = _basic.Count;
        Array.Clear(_row, 0, size);
        for (var c = 0; c < size; c++)
        {
            if (Array.BinarySearch(_cycles[_basic[c]], filled) < 0) continue;
            AddScaled(_row.AsSpan(0, size), 1, _inverse.AsSpan(c * _stride, size));
        }

        var pivot = _row[row];
        for (var c = 0; c < size; c++)
        {
            var to = _inverse.AsSpan(c * _stride, size);
            var factor = to[row] / pivot;
            if (factor == 0) continue;
            AddScaled(to, -factor, _row.AsSpan(0, size));
            to[row] = factor;
        }
    }

    private void Reserve(int size)
    {
        if (size < _stride) return;
        var stride = 2 * _stride;
        var inverse = new double[stride * stride];
        for (var c = 0; c < _basic.Count; c++) _inverse.AsSpan(c * _stride, _basic.Count).CopyTo(inverse.AsSpan(c * stride));
        (_inverse, _stride) = (inverse, stride);
        Array.Resize(ref _direction, stride);
        Array.Resize(ref _row, stride);
    }
}
