using System.Numerics;

namespace FhirNaltrexone.Server.Loading.Samples;

/// <summary>
/// Random numbers that are the same on every machine and in every version of .NET: xoshiro256** (Blackman and Vigna, 2018), its state filled
/// by SplitMix64. Whole numbers only, so that no rounding can differ.
/// </summary>
internal sealed class SampleRandom
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    private ulong _a, _b, _c, _d;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Chooses the set of sequences.</param>
    /// <param name="stream">Chooses the sequence: each person has one, whatever others draw.</param>
    public SampleRandom(ulong seed, ulong stream)
    {
        var state = Mix(seed + GoldenRatio) + stream;
        _a = Mix(state += GoldenRatio);
        _b = Mix(state += GoldenRatio);
        _c = Mix(state += GoldenRatio);
        _d = Mix(state + GoldenRatio);
    }

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int from, int to)
    {
        var high = Math.BigMul(Next(), (ulong)((long)to - from + 1), out _);
        return (int)(from + (long)high);
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
