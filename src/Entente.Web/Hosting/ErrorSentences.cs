using Entente.Web.Answers;
using Entente.Web.Safety;
using Entente.World;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Hosting;

/// <summary>Turns what went wrong into problem details with one sentence.</summary>
/// <param name="next">What comes after.</param>
internal sealed class ErrorSentences(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader went away: nobody is there to be told.
        }
        catch (EntenteException problem) when (!context.Response.HasStarted)
        {
            var wrong = problem is InvalidInputException;
            await Problem.Write(context, wrong ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity, wrong ? "The call was wrong" : "The question could not be answered", problem.Message, problem.ExitCode).ConfigureAwait(false);
        }
        catch (BusyException problem) when (!context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = RequestLimits.RetryAfter;
            await Problem.Write(context, StatusCodes.Status503ServiceUnavailable, "Busy", problem.Message).ConfigureAwait(false);
        }
        catch (WrongMediaException problem) when (!context.Response.HasStarted)
        {
            await Problem.Write(context, StatusCodes.Status415UnsupportedMediaType, "Not JSON", problem.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException problem) when (!context.Response.HasStarted)
        {
            await Problem.Write(context, problem.StatusCode, "The request was refused", problem.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The body is larger than this server takes; shorten the text." : $"{problem.Message.TrimEnd('.')}.").ConfigureAwait(false);
        }
        catch (Exception problem) when (!context.Response.HasStarted && problem is not OperationCanceledException)
        {
            await Problem.Write(context, StatusCodes.Status500InternalServerError, "A defect of Entente", $"{problem.Message} ({problem.GetType().Name}); this is a defect of Entente, please report it with the address.").ConfigureAwait(false);
        }
    }
}
