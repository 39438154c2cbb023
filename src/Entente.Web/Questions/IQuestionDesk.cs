using System.Collections.Immutable;

namespace Entente.Web.Questions;

/// <summary>Answers questions. The program does it by its verbs; tests put another in its place.</summary>
public interface IQuestionDesk
{
    /// <summary>Version of the program.</summary>
    string Version { get; }

    /// <summary>What can be asked.</summary>
    ImmutableArray<Question> Questions { get; }

    /// <summary>The documents that questions are about.</summary>
    IDocumentDesk Documents { get; }

    /// <summary>A name for all that answers rest on (the store, blocs, the program): answers are kept under it, and another edition has another one.</summary>
    string Edition();

    /// <summary>Asks a question and waits for its turn.</summary>
    /// <param name="call">The question.</param>
    /// <param name="progress">Takes progress, from any thread.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    Task<QuestionAnswer> Ask(QuestionCall call, Action<AskProgress>? progress, CancellationToken cancellation);

    /// <summary>Asks for the answer as a file.</summary>
    /// <param name="call">The question.</param>
    /// <param name="path">Where the file goes; its ending is the format.</param>
    /// <param name="progress">Takes progress, from any thread.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    Task<QuestionAnswer> Write(QuestionCall call, string path, Action<AskProgress>? progress, CancellationToken cancellation);

    /// <summary>Asks a question whose work is kept in a folder, or goes on with what is there.</summary>
    /// <param name="call">The question; <see cref="Question.IsResumable"/>.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="progress">Takes progress, from any thread.</param>
    /// <param name="cancellation">Stops the work; what is whole stays in the folder.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    Task<QuestionAnswer> Resume(QuestionCall call, string folder, Action<AskProgress>? progress, CancellationToken cancellation);

    /// <summary>Makes a file of the answer from work that is kept whole in a folder.</summary>
    /// <param name="call">The question; <see cref="Question.IsResumable"/>.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="path">Where the file goes; its ending is the format.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    Task<QuestionAnswer> WriteKept(QuestionCall call, string folder, string path, CancellationToken cancellation);
}
