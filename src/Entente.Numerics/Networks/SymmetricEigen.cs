using System.Numerics;

namespace Entente.Numerics.Networks;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix: Householder reflections to tridiagonal form, then implicit QL steps (Martin, Reinsch and Wilkinson 1968; Bowdler, Martin, Reinsch and
/// Wilkinson 1968; Golub and Van Loan 2013, 8.3). Costs some 3·n³ operations without vectors and 9·n³ with them; all inner loops run along rows.
/// </summary>
internal static class SymmetricEigen
{
    private const int MostSteps = 60;
    private const double Negligible = 1e-250;
    private const double Rounding = 1.0 / (1L << 52);

    /// <summary>The eigenvalues, smallest first.</summary>
    /// <param name="matrix">A symmetric matrix, row by row; overwritten.</param>
    /// <param name="n">Number of rows.</param>
    public static double[] Values(double[] matrix, int n) => Decompose(matrix, n, vectors: false).Values;

    /// <summary>The eigenvalues, smallest first, and their vectors, one in each row.</summary>
    /// <param name="matrix">A symmetric matrix, row by row; overwritten.</param>
    /// <param name="n">Number of rows.</param>
    public static (double[] Values, double[] Vectors) Decompose(double[] matrix, int n) => Decompose(matrix, n, vectors: true);

    private static (double[] Values, double[] Vectors) Decompose(double[] a, int n, bool vectors)
    {
        // Entries of at most 1 in absolute value, so that no square overflows and those that underflow do not count.
        var (diagonal, beside, factor, scale) = (new double[n], new double[n], new double[n], 0.0);
        foreach (var entry in a) scale = Math.Max(scale, Math.Abs(entry));
        if (scale > 0)
        {
            for (var place = 0; place < a.Length; place++) a[place] /= scale;
        }

        Tridiagonal(a, n, beside, factor);
        for (var i = 0; i < n; i++) diagonal[i] = a[(i * n) + i];
        var basis = vectors ? Basis(a, n, factor) : [];
        Iterate(diagonal, beside, basis, n);
        Sort(diagonal, basis, n);
        for (var i = 0; i < n; i++) diagonal[i] *= scale;
        return (diagonal, basis);
    }

    /// <summary>Reflects to tridiagonal form; each reflector stays in the part of its row beyond the diagonal, with its factor.</summary>
    private static void Tridiagonal(double[] a, int n, double[] beside, double[] factor)
    {
        var product = new double[n];
        for (var k = 0; k < n - 1; k++)
        {
            var v = a.AsSpan((k * n) + k + 1, n - k - 1);
            var rest = Dot(v[1..], v[1..]);
            if (rest < Negligible)
            {
                beside[k] = v[0];
                continue;
            }

            var length = Math.Sqrt((v[0] * v[0]) + rest);
            beside[k] = v[0] > 0 ? -length : length;
            v[0] -= beside[k];
            var beta = factor[k] = 2 / ((v[0] * v[0]) + rest);
            var p = product.AsSpan(0, v.Length);
            for (var i = 0; i < v.Length; i++) p[i] = beta * Dot(a.AsSpan(((k + 1 + i) * n) + k + 1, v.Length), v);
            AddScaled(p, -.5 * beta * Dot(p, v), v);
            for (var i = 0; i < v.Length; i++)
            {
                var row = a.AsSpan(((k + 1 + i) * n) + k + 1, v.Length);
                AddScaled(row, -v[i], p);
                AddScaled(row, -p[i], v);
            }
        }
    }

    /// <summary>Product of the reflections, transposed, so that a basis vector is a row.</summary>
    private static double[] Basis(double[] a, int n, double[] factor)
    {
        var basis = new double[n * n];
        for (var i = 0; i < n; i++) basis[(i * n) + i] = 1;
        for (var k = n - 2; k >= 0; k--)
        {
            if (factor[k] == 0) continue;
            var v = a.AsSpan((k * n) + k + 1, n - k - 1);
            for (var r = k + 1; r < n; r++)
            {
                var row = basis.AsSpan((r * n) + k + 1, v.Length);
                AddScaled(row, -factor[k] * Dot(row, v), v);
            }
        }

        return basis;
    }

    private static void Iterate(double[] d, double[] e, double[] basis, int n)
    {
        var (shift, size) = (0.0, 0.0);
        for (var l = 0; l < n; l++) size = Math.Max(size, Math.Abs(d[l]) + Math.Abs(e[l]));
        for (var l = 0; l < n; l++)
        {
            var m = l;
            while (m < n - 1 && Math.Abs(e[m]) > Rounding * size) m++;
            for (var step = 0; m > l && step < MostSteps && (step == 0 || Math.Abs(e[l]) > Rounding * size); step++) shift += Step(d, e, basis, n, l, m);
            d[l] += shift;
            e[l] = 0;
        }
    }

    /// <summary>One implicit QL step on the block from l to m; returns by how much the diagonal was shifted.</summary>
    private static double Step(double[] d, double[] e, double[] basis, int n, int l, int m)
    {
        var g = d[l];
        var p = (d[l + 1] - g) / (2 * e[l]);
        var r = p < 0 ? -double.Hypot(p, 1) : double.Hypot(p, 1);
        d[l] = e[l] / (p + r);
        d[l + 1] = e[l] * (p + r);
        var (second, shift, beside) = (d[l + 1], g - d[l], e[l + 1]);
        for (var i = l + 2; i < n; i++) d[i] -= shift;
        p = d[m];
        var (c, c2, c3, s, s2) = (1.0, 1.0, 1.0, 0.0, 0.0);
        for (var i = m - 1; i >= l; i--)
        {
            (c3, c2, s2) = (c2, c, s);
            g = c * e[i];
            var h = c * p;
            r = double.Hypot(p, e[i]);
            e[i + 1] = s * r;
            (s, c) = r > 0 ? (e[i] / r, p / r) : (0, 1);
            p = (c * d[i]) - (s * g);
            d[i + 1] = h + (s * ((c * g) + (s * d[i])));
            if (basis.Length > 0) Rotate(basis.AsSpan(i * n, n), basis.AsSpan((i + 1) * n, n), c, s);
        }

        p = -s * s2 * c3 * beside * e[l] / second;
        e[l] = s * p;
        d[l] = c * p;
        return shift;
    }

    private static void Sort(double[] values, double[] basis, int n)
    {
        var order = new int[n];
        for (var i = 0; i < n; i++) order[i] = i;
        Array.Sort(values, order);
        if (basis.Length == 0) return;
        var old = basis.AsSpan().ToArray();
        for (var i = 0; i < n; i++) old.AsSpan(order[i] * n, n).CopyTo(basis.AsSpan(i * n, n));
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (i, sum, lanes) = (0, 0.0, Vector<double>.Zero);
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count) lanes += new Vector<double>(x[i..]) * new Vector<double>(y[i..]);
        for (; i < x.Length; i++) sum += x[i] * y[i];
        return sum + Vector.Sum(lanes);
    }

    private static void AddScaled(Span<double> to, double factor, ReadOnlySpan<double> from)
    {
        var (i, many) = (0, new Vector<double>(factor));
        for (; i <= to.Length - Vector<double>.Count; i += Vector<double>.Count) (new Vector<double>(to[i..]) + (many * new Vector<double>(from[i..]))).CopyTo(to[i..]);
        for (; i < to.Length; i++) to[i] += factor * from[i];
    }

    private static void Rotate(Span<double> x, Span<double> y, double c, double s)
    {
        var (i, cs, ss) = (0, new Vector<double>(c), new Vector<double>(s));
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var (left, right) = (new Vector<double>(x[i..]), new Vector<double>(y[i..]));
            ((ss * left) + (cs * right)).CopyTo(y[i..]);
            ((cs * left) - (ss * right)).CopyTo(x[i..]);
        }

        for (; i < x.Length; i++) (x[i], y[i]) = ((c * x[i]) - (s * y[i]), (s * x[i]) + (c * y[i]));
    }
}
