using System.Globalization;

namespace Entente.Web.Questions;

/// <summary>How much of something a call over the web may ask for; whoever sits at the terminal may ask for more.</summary>
/// <param name="AtOnce">Most that is answered while the reader waits.</param>
/// <param name="AsJob">Most that a job does.</param>
public sealed record ParameterLimit(long AtOnce, long AsJob)
{
    /// <summary>Whether <see cref="AtOnce"/> is taken where nothing is given, because the command line would take more.</summary>
    public bool IsFilled { get; init; }

    /// <summary>Whether <see cref="AsJob"/> is taken for a job where nothing is given, because the command line has no limit of its own.</summary>
    public bool IsFilledInJobs { get; init; }

    /// <summary>The limit in words.</summary>
    public string Sentence => string.Create(CultureInfo.InvariantCulture, $"at most {AtOnce:N0}{(AsJob > AtOnce ? $", as a job {AsJob:N0}" : string.Empty)}{(IsFilled ? $"; {AtOnce:N0} where it is not given and the answer is waited for" : string.Empty)}");
}
