using System.CommandLine;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli;

/// <summary>One question being answered: the parsed call, the terminal, and the store, which is opened when first asked for.</summary>
internal sealed class Session(ParseResult call, Invocation invocation) : IDisposable
{
    private WorldEdition? _world;

    /// <summary>The terminal of the answer.</summary>
    public Terminal Terminal { get; } = new(invocation.Surface, !call.GetValue(invocation.Globals.NoColour));

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation => invocation.Cancellation;

    /// <summary>Whether the answer is wanted as JSON.</summary>
    public bool Json => call.GetValue(invocation.Globals.Json);

    /// <summary>The folder of the store as the caller named it, else <see langword="null"/>.</summary>
    public string? StoreAsked => call.GetValue(invocation.Globals.Store);

    /// <summary>The caller's own bloc files.</summary>
    public IReadOnlyList<string> BlocFiles => call.GetValue(invocation.Globals.Blocs) ?? [];

    /// <summary>The world that the store holds.</summary>
    public WorldEdition World => _world ??= invocation.Editions is { } editions ? editions.Take(StoreLocator.Locate(StoreAsked), BlocFiles) : WorldEdition.Open(StoreLocator.Locate(StoreAsked), BlocFiles);

    /// <summary>The value of an argument that must be given.</summary>
    public T Get<T>(Argument<T> argument) => argument.Arity.MinimumNumberOfValues == 0 ? call.GetValue(argument)! : call.GetRequiredValue(argument);

    /// <summary>The value of an option, or its default.</summary>
    public T? Get<T>(Option<T> option) => call.GetValue(option);

    /// <summary>Whether the call names an option.</summary>
    public bool IsGiven(Option option) => call.GetResult(option) is { Implicit: false };

    /// <inheritdoc />
    public void Dispose()
    {
        if (_world is null) return;
        if (invocation.Editions is { } editions) editions.Return(_world);
        else _world.Dispose();
    }
}
