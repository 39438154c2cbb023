namespace Entente.World.Refresh;

/// <summary>How often a source is published, and where in the store one sees how far it reaches.</summary>
/// <param name="Source">Key of the catalog.</param>
/// <param name="Table">Table whose rows show it, or <see langword="null"/> for a source without dates.</param>
/// <param name="Column">Column with a year, month or day.</param>
/// <param name="Only">Column and value that narrow the rows, or <see langword="null"/>.</param>
/// <param name="Window">Years that a value of the column stands for; 1 but for windows of years.</param>
/// <param name="Every">Months between two editions; 0 where there are no further ones.</param>
/// <param name="Lag">Months from the end of a period to its edition.</param>
/// <param name="Remark">Why no edition is to come, or why the source does not age; <see langword="null"/> for the others.</param>
public sealed record Rhythm(string Source, string? Table, string? Column, (string Column, string Value)? Only, int Window, int Every, int Lag, string? Remark)
{
    /// <summary>The day by which the edition after one that reaches to a day should be out; <see langword="null"/> where none is to come.</summary>
    public DateOnly? NextDue(DateOnly reaches) => Every == 0 ? null : reaches.AddMonths(Every + Lag);
}
