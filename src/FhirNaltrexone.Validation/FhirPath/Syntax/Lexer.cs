using System.Text;

namespace FhirNaltrexone.Validation.FhirPath.Syntax;

/// <summary>Cuts an expression into tokens (FHIRPath N1, 9).</summary>
internal sealed class Lexer
{
    private const string SingleSymbols = "()[]{}.,+-*/&|=~<>%";

    private static readonly string[] DoubleSymbols = ["!=", "!~", "<=", ">="];

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;

    private Lexer(string text) => _text = text;

    private char Current => Peek(0);

    /// <summary>All tokens, the last of them the end.</summary>
    /// <exception cref="FhirPathFault">There is a character that begins no token, or a text that does not end.</exception>
    public static List<Token> Read(string text)
    {
        var lexer = new Lexer(text);
        while (lexer.SkipBlanks()) lexer._tokens.Add(lexer.Next());
        lexer._tokens.Add(new(TokenKind.End, "", text.Length));
        return lexer._tokens;
    }

    private static bool IsLetter(char character) => char.IsAsciiLetter(character) || character == '_';

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    /// <summary>Skips blanks and comments; false at the end.</summary>
    private bool SkipBlanks()
    {
        while (_at < _text.Length)
        {
            if (Current is ' ' or '\t' or '\r' or '\n') _at++;
            else if (Current == '/' && Peek(1) == '/') _at = End("\n", _text.Length);
            else if (Current == '/' && Peek(1) == '*') _at = End("*/", -1) is >= 0 and var end ? end : throw Fault(_at, "A comment is not closed.");
            else return true;
        }

        return false;
    }

    private int End(string mark, int otherwise)
        => _text.IndexOf(mark, _at + 2 > _text.Length ? _text.Length : _at + 2, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : otherwise;

    private Token Next()
    {
        var start = _at;
        if (IsLetter(Current)) return Word(TokenKind.Identifier, start);
        if (char.IsAsciiDigit(Current)) return Number(start);
        switch (Current)
        {
            case '\'':
                return new(TokenKind.Text, Quoted(), start);
            case '`' or '"':
                return new(TokenKind.Quoted, Quoted(), start);
            case '$' when IsLetter(Peek(1)):
                _at++;
                return Word(TokenKind.Special, start);
            case '@':
                return Time(start);
            default:
                return Symbol(start);
        }
    }

    private Token Word(TokenKind kind, int start)
    {
        while (IsWord(Current)) _at++;
        return new(kind, _text[start.._at], start);
    }

    private Token Number(int start)
    {
        while (char.IsAsciiDigit(Current)) _at++;
        if (Current == '.' && char.IsAsciiDigit(Peek(1)))
        {
            _at++;
            while (char.IsAsciiDigit(Current)) _at++;
        }

        return new(TokenKind.Number, _text[start.._at], start);
    }

    /// <summary>A date or time. A point belongs to it only between digits: what follows may be a function.</summary>
    private Token Time(int start)
    {
        _at++;
        var isClock = false;
        while (char.IsAsciiDigit(Current) || Current is 'T' or ':' or '-' || (isClock && (Current is 'Z' or '+' || (Current == '.' && char.IsAsciiDigit(Peek(1))))))
        {
            isClock |= Current == 'T';
            _at++;
        }

        return new(TokenKind.Time, _text[(start + 1).._at], start);
    }

    private Token Symbol(int start)
    {
        foreach (var symbol in DoubleSymbols)
        {
            if (Current != symbol[0] || Peek(1) != symbol[1]) continue;
            _at += 2;
            return new(TokenKind.Symbol, symbol, start);
        }

        if (!SingleSymbols.Contains(Current, StringComparison.Ordinal)) throw Fault(_at, "This character does not belong to the language.");
        return new(TokenKind.Symbol, _text[_at++].ToString(), start);
    }

    private string Quoted()
    {
        var (start, quote, text) = (_at, _text[_at++], new StringBuilder());
        while (_at < _text.Length && Current != quote)
        {
            if (Current == '\\') text.Append(Escape());
            else text.Append(_text[_at++]);
        }

        if (_at == _text.Length) throw Fault(start, "A quoted text is not closed.");
        _at++;
        return text.ToString();
    }

    private char Escape()
    {
        var (start, escape) = (_at, Peek(1));
        _at += 2;
        if (escape != 'u') return escape switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'f' => '\f',
            '\'' or '"' or '`' or '\\' or '/' => escape,
            _ => throw Fault(start, "There is no such escape; a backslash is written \\\\."),
        };
        var code = 0;
        for (var digit = 0; digit < 4; digit++, _at++)
        {
            if (!char.IsAsciiHexDigit(Current)) throw Fault(start, "The escape \\u needs four hexadecimal digits.");
            code = (code * 16) + Convert.ToInt32(Current.ToString(), 16);
        }

        return (char)code;
    }

    private static FhirPathFault Fault(int position, string text) => new(position, text);
}
