using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Loading.Work;

/// <summary>Resources for the next commit, each key once.</summary>
/// <param name="size">Most resources.</param>
internal sealed class LoadGroup(int size)
{
    private readonly HashSet<ResourceKey> _keys = [];
    private readonly List<LoadPiece> _pieces = [];

    /// <summary>What is in it.</summary>
    public IReadOnlyList<LoadPiece> Pieces => _pieces;

    /// <summary>Whether nothing more fits.</summary>
    public bool IsFull => _pieces.Count >= size;

    /// <summary>Whether a resource must wait for the next commit: another version of it is in this one.</summary>
    public bool Holds(LoadPiece piece) => _keys.Contains(piece.Update!.Key);

    /// <summary>Adds a resource.</summary>
    public void Add(LoadPiece piece)
    {
        _keys.Add(piece.Update!.Key);
        _pieces.Add(piece);
    }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        _keys.Clear();
        _pieces.Clear();
    }
}
