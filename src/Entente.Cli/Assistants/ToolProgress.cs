using Entente.Cli.Show;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Entente.Cli.Assistants;

/// <summary>Sends the progress of a call to the assistant, in order and always onward, as the protocol wants it.</summary>
/// <param name="server">The server.</param>
/// <param name="token">The token that the assistant gave the call.</param>
internal sealed class ToolProgress(McpServer server, ProgressToken token)
{
    private readonly Lock _gate = new();
    private Task _sent = Task.CompletedTask;
    private double _last;
    private bool _counted;

    /// <summary>Takes a note; may be called from any thread.</summary>
    public void Report(ProgressNote note)
    {
        lock (_gate)
        {
            var counts = double.IsFinite(note.Done);

            // A step without a count moves on by one, as long as nothing was counted: numbers of two kinds do not mix.
            if (!counts && _counted) return;
            var done = counts ? note.Done : _last + 1;
            if (done <= _last) return;
            (_last, _counted) = (done, counts);
            var value = new ProgressNotificationValue { Progress = (float)done, Total = double.IsFinite(note.Total) ? (float)note.Total : null, Message = note.Line };
            _sent = SendAfter(_sent, value);
        }
    }

    /// <summary>Waits until all notes are sent, so that none follows the answer.</summary>
    public Task Finish()
    {
        lock (_gate) return _sent;
    }

    private async Task SendAfter(Task before, ProgressNotificationValue value)
    {
        await before.ConfigureAwait(false);
        try
        {
            await server.NotifyProgressAsync(token, value).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or ObjectDisposedException)
        {
            // An assistant that went away misses its progress; the call ends by its cancellation.
        }
    }
}
