namespace Entente.Web.Jobs;

/// <summary>Where a job stands.</summary>
internal enum JobState
{
    /// <summary>Others are before it.</summary>
    Waiting,

    /// <summary>It is being computed; a server that was cut off goes on with it at the next start.</summary>
    Running,

    /// <summary>Its answer is there.</summary>
    Done,

    /// <summary>It could not be answered.</summary>
    Failed,

    /// <summary>Someone stopped it; it can go on.</summary>
    Stopped,
}

/// <summary>Names of states as they are sent and kept.</summary>
internal static class JobStates
{
    /// <summary>The word.</summary>
    public static string Word(this JobState state) => state switch
    {
        JobState.Waiting => "waiting",
        JobState.Running => "running",
        JobState.Done => "done",
        JobState.Failed => "failed",
        _ => "stopped",
    };

    /// <summary>The state of a word; <see langword="null"/> for others.</summary>
    public static JobState? Of(string? word) => Enum.GetValues<JobState>().Cast<JobState?>().FirstOrDefault(state => state!.Value.Word() == word);

    /// <summary>Whether nothing more comes of it by itself.</summary>
    public static bool IsOver(this JobState state) => state is JobState.Done or JobState.Failed or JobState.Stopped;
}
