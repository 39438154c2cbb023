using System.Globalization;
using System.Runtime.InteropServices;
using Entente.Cli.Show;
using Entente.World;

namespace Entente.Cli;

/// <summary>The program: turns a call into an answer on standard output, or into one sentence on standard error and an exit code.</summary>
public static class Program
{
    /// <summary>Exit code when the question was answered.</summary>
    public const int Answered = 0;

    /// <summary>Exit code when the question could not be answered.</summary>
    public const int NotAnswered = 1;

    /// <summary>Exit code when the call was wrong.</summary>
    public const int WrongCall = 2;

    /// <summary>Exit code after Ctrl-C, as shells expect it (128 + SIGINT).</summary>
    public const int Stopped = 130;

    /// <summary>Entry point of the process.</summary>
    public static int Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        using var surface = Surface.OfProcess();
        return Run(args, surface, stop.Token);
    }

    /// <summary>Runs the program with its answer and its messages going to two writers: plain text, 100 columns.</summary>
    /// <param name="args">The arguments, without the name of the program.</param>
    /// <param name="output">Takes the answer.</param>
    /// <param name="error">Takes progress and errors.</param>
    /// <param name="cancellation">Stops the work; the exit code is then 130.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation) =>
        Run(args, Surface.Plain(output, error), cancellation);

    internal static int Run(string[] args, Surface surface, CancellationToken cancellation, EditionPool? editions = null)
    {
        // Whatever the machine's culture, the program reads and writes numbers one way only.
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            return Answer(args, surface, editions, cancellation);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    private static int Answer(string[] args, Surface surface, EditionPool? editions, CancellationToken cancellation)
    {
        try
        {
            var code = CommandLine.Invoke(args, surface, cancellation, editions);
            surface.Flush();
            return code;
        }
        catch (OperationCanceledException stopped) when (cancellation.IsCancellationRequested)
        {
            return Fail(surface, stopped is StoppedWork work ? work.Message : "stopped; nothing was written", Stopped);
        }
        catch (EntenteException problem)
        {
            return Fail(surface, problem.Message, problem.ExitCode, problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Fail(surface, $"a file could not be read or written: {problem.Message}", NotAnswered, problem);
        }
#pragma warning disable CA1031 // the last resort: a user sees a sentence, never a stack trace
        catch (Exception problem)
        {
            return Fail(surface, $"{problem.Message} ({problem.GetType().Name}); this is a defect of Entente, please report it with the call and ENTENTE_TRACE=1", NotAnswered, problem);
        }
#pragma warning restore CA1031
    }

    private static int Fail(Surface surface, string sentence, int code, Exception? problem = null)
    {
        surface.Flush();
        surface.ClearProgress();
        surface.Error.WriteLine($"entente: {sentence}{(sentence is [.., '.' or '?' or '!'] ? string.Empty : ".")}");
        if (problem is not null && Environment.GetEnvironmentVariable("ENTENTE_TRACE") == "1") surface.Error.WriteLine(problem);
        surface.Flush();
        return code;
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        // A second signal ends the process at once: the first one is then being ignored by something that hangs.
        if (stop.IsCancellationRequested) return;
        signal.Cancel = true;
        stop.Cancel();
    }
}
