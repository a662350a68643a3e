namespace FhirNaltrexone.Validation.FhirPath.Syntax;

/// <summary>A word or sign of an expression.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Text">What it says: of quoted texts without quotes and escapes, of <c>$this</c> with the sign.</param>
/// <param name="Position">Its first character, from 0.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Identifier && Text == word;
}
