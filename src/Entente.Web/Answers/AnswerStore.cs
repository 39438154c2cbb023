using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Entente.Web.Questions;

namespace Entente.Web.Answers;

/// <summary>An answer as it is sent, plain and compressed once for all readers.</summary>
/// <param name="Code">Exit code of the verb.</param>
/// <param name="Plain">JSON in UTF-8.</param>
/// <param name="Brotli">The same compressed.</param>
/// <param name="ETag">Name of this answer of this edition.</param>
/// <param name="Sentence">What is said where it was not answered.</param>
internal sealed record KeptAnswer(int Code, byte[] Plain, byte[] Brotli, string ETag, string Sentence)
{
    public long Bytes => Plain.LongLength + Brotli.LongLength;
}

/// <summary>
/// Keeps answers by edition and call, the most recently used within a bound of memory. Whoever asks for what is being answered already waits for that answer instead of asking again.
/// </summary>
/// <param name="desk">Who answers.</param>
/// <param name="mostBytes">Bytes that answers may take.</param>
internal sealed class AnswerStore(IQuestionDesk desk, long mostBytes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, KeptAnswer Answer)>> _kept = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, KeptAnswer Answer)> _byUse = new();
    private readonly ConcurrentDictionary<string, Lazy<SharedWork>> _underWay = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>Bytes that are held.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate) return _bytes;
        }
    }

    /// <summary>The name of an answer, known before it is computed.</summary>
    public string ETagOf(QuestionCall call) => KeyOf(call);

    /// <summary>An answer that is held.</summary>
    public KeptAnswer? Held(QuestionCall call)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(KeyOf(call), out var node)) return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Answer;
        }
    }

    /// <summary>The answer, held or computed.</summary>
    /// <exception cref="OperationCanceledException">The caller went away; others who wait for the same answer still get it.</exception>
    public async Task<KeptAnswer> Get(QuestionCall call, CancellationToken cancellation)
    {
        if (Held(call) is { } held) return held;
        var key = KeyOf(call);
        while (true)
        {
            var shared = _underWay.GetOrAdd(key, _ => new Lazy<SharedWork>(() => new SharedWork(stop => Compute(call, key, stop))));
            var work = shared.Value;
            if (!work.Join())
            {
                // Given up by those who asked for it, and still ending: this asks anew instead of waiting for that.
                _underWay.TryRemove(KeyValuePair.Create(key, shared));
                continue;
            }

            try
            {
                return await work.Answer.WaitAsync(cancellation).ConfigureAwait(false);
            }
            finally
            {
                if (work.Leave()) _underWay.TryRemove(KeyValuePair.Create(key, shared));
            }
        }
    }

    private async Task<KeptAnswer> Compute(QuestionCall call, string key, CancellationToken cancellation)
    {
        var answer = await desk.Ask(call, null, cancellation).ConfigureAwait(false);
        var plain = Encoding.UTF8.GetBytes(answer.HasAnswer ? answer.Json : string.Empty);
        var kept = new KeptAnswer(answer.Code, plain, plain.Length > 0 ? Compress(plain) : [], key, answer.Sentence);
        if (answer.HasAnswer) Keep(key, kept);
        return kept;
    }

    private void Keep(string key, KeptAnswer answer)
    {
        if (answer.Bytes > mostBytes / 4) return;
        lock (_gate)
        {
            if (_kept.ContainsKey(key)) return;
            _kept.Add(key, _byUse.AddFirst((key, answer)));
            _bytes += answer.Bytes;
            while (_bytes > mostBytes && _byUse.Last is { } oldest)
            {
                _byUse.RemoveLast();
                _kept.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Answer.Bytes;
            }
        }
    }

    private string KeyOf(QuestionCall call) => EntityTag.Of($"{desk.Edition()}\n{call.Key}");

    private static byte[] Compress(byte[] plain)
    {
        using var bytes = new MemoryStream(plain.Length / 4);
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest)) brotli.Write(plain);
        return bytes.ToArray();
    }
}
