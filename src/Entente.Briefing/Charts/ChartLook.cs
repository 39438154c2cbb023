namespace Entente.Briefing.Charts;

/// <summary>The colours of a chart in its own file.</summary>
public enum ChartLook
{
    /// <summary>Light or dark as the system of the reader has it.</summary>
    Reader,

    /// <summary>Dark on light.</summary>
    Light,

    /// <summary>Light on dark.</summary>
    Dark,
}
