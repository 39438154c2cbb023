namespace Entente.World;

/// <summary>A failure that a user can read: one sentence that says what is wrong, where, and what to do.</summary>
/// <param name="message">The sentence.</param>
/// <param name="inner">The cause, where there is one.</param>
public abstract class EntenteException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The exit code of the program: 1 when the question could not be answered, 2 when the call or its input was wrong.</summary>
    public abstract int ExitCode { get; }
}

/// <summary>The call or an input that it names is wrong; the caller can mend it. Exit code 2.</summary>
/// <param name="message">What is wrong, where (file, line, column, field), and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public class InvalidInputException(string message, Exception? inner = null) : EntenteException(message, inner)
{
    /// <inheritdoc />
    public override int ExitCode => 2;
}

/// <summary>The call was right but what is held cannot answer it, for example a dyad with no data. Exit code 1.</summary>
/// <param name="message">What is missing, and what would answer the question.</param>
/// <param name="inner">The cause, where there is one.</param>
public class NoAnswerException(string message, Exception? inner = null) : EntenteException(message, inner)
{
    /// <inheritdoc />
    public override int ExitCode => 1;
}
