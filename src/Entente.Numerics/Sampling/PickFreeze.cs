using System.Globalization;

namespace Entente.Numerics.Sampling;

/// <summary>A row of a pick-freeze design: which of the two base matrices A and B its inputs come from.</summary>
public enum PickFreezeRow
{
    /// <summary>All inputs from A.</summary>
    A,

    /// <summary>All inputs from B.</summary>
    B,

    /// <summary>One input from B, all others from A: a row of the matrix A_B of that input.</summary>
    AB,

    /// <summary>One input from A, all others from B: a row of the matrix B_A of that input.</summary>
    BA,
}

/// <summary>
/// The rows at which a model is run for variance-based sensitivity indices (Saltelli et al. 2010, Computer Physics Communications 181:259, section 3). The base matrices
/// A and B of D inputs are the two halves of one design of 2·D dimensions, so that any row can be made by itself.
/// </summary>
public static class PickFreeze
{
    /// <summary>Writes the inputs of a run.</summary>
    /// <param name="design">A design of 2·D dimensions: the first D are A, the others B.</param>
    /// <param name="baseDraw">The row of A and B, a draw of the design.</param>
    /// <param name="row">Which row is wanted.</param>
    /// <param name="input">The input exchanged in a row AB or BA, 0 … D-1; ignored for A and B.</param>
    /// <param name="into">Receives D values strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">The design's dimensions are not twice the length of <paramref name="into"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such draw, row or input.</exception>
    public static void Point(SampleDesign design, int baseDraw, PickFreezeRow row, int input, Span<double> into)
    {
        ArgumentNullException.ThrowIfNull(design);
        var inputs = into.Length;
        if (design.Dimensions != 2 * (long)inputs)
            throw new ArgumentException($"A pick-freeze design of {inputs} inputs needs {2 * (long)inputs} dimensions, but this design has {design.Dimensions}.", nameof(design));
        var exchanged = row switch
        {
            PickFreezeRow.A or PickFreezeRow.B => false,
            PickFreezeRow.AB or PickFreezeRow.BA => true,
            _ => throw new ArgumentOutOfRangeException(nameof(row), row, "The rows of a pick-freeze design are A, B, AB and BA."),
        };
        if (exchanged && (uint)input >= (uint)inputs)
            throw new ArgumentOutOfRangeException(nameof(input), input, $"The inputs of this design are 0 to {(inputs - 1).ToString(CultureInfo.InvariantCulture)}.");

        var mostlyA = row is PickFreezeRow.A or PickFreezeRow.AB;
        design.Part(baseDraw, mostlyA ? 0 : inputs, into);
        if (exchanged) into[input] = design.Value(baseDraw, mostlyA ? inputs + input : input);
    }
}
