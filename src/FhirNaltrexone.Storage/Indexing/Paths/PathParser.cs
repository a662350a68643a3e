namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>Reads expressions, by descent along FHIRPath's order of operators: path, <c>as</c> and <c>is</c>, <c>|</c>, <c>=</c>, <c>and</c>, <c>or</c>.</summary>
internal sealed class PathParser
{
    private const int MaximalLength = 4000;
    private const int MaximalDepth = 32;
    private const string Symbols = "().[]|=,";

    private readonly List<string> _tokens;
    private int _next;
    private int _depth;

    private PathParser(List<string> tokens) => _tokens = tokens;

    /// <exception cref="PathException">The text is no expression of this kind.</exception>
    public static PathSyntax Parse(string text)
    {
        if (text.Length > MaximalLength) throw new PathException("it is too long");
        var parser = new PathParser(Tokens(text));
        var syntax = parser.Or();
        if (parser._next < parser._tokens.Count) throw new PathException($"'{parser._tokens[parser._next]}' was not expected");
        return syntax;
    }

    private PathSyntax Or()
    {
        if (++_depth > MaximalDepth) throw new PathException("it is nested too deeply");
        var left = And();
        while (Take("or")) left = new PathSyntax.Binary("or", left, And());
        _depth--;
        return left;
    }

    private PathSyntax And()
    {
        var left = Equality();
        while (Take("and")) left = new PathSyntax.Binary("and", left, Equality());
        return left;
    }

    private PathSyntax Equality()
    {
        var left = Union();
        if (Take("=")) return new PathSyntax.Binary("=", left, Union());
        return Take("!=") ? new PathSyntax.Binary("!=", left, Union()) : left;
    }

    private PathSyntax Union()
    {
        var left = Typed();
        while (Take("|")) left = new PathSyntax.Binary("|", left, Typed());
        return left;
    }

    private PathSyntax Typed()
    {
        var left = Path();
        if (Take("as")) return new PathSyntax.Typed("as", left, TypeName());
        return Take("is") ? new PathSyntax.Typed("is", left, TypeName()) : left;
    }

    private PathSyntax Path()
    {
        var path = Term();
        while (true)
        {
            if (Take(".")) path = Invocation(path);
            else if (Take("[")) path = Index(path);
            else return path;
        }
    }

    private PathSyntax.Item Index(PathSyntax target)
    {
        var token = Next();
        Expect("]");
        return int.TryParse(token, out var index) && index >= 0 ? new PathSyntax.Item(target, index) : throw new PathException("an index was expected");
    }

    private PathSyntax Term()
    {
        if (Take("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }

        var token = Peek();
        if (token[0] == '\'') return new PathSyntax.Literal(Next()[1..^1], IsBoolean: false);
        if (token is "true" or "false") return new PathSyntax.Literal(Next(), IsBoolean: true);
        return token[0] is '%' or '$' ? new PathSyntax.Variable(Next()) : Invocation(null);
    }

    private PathSyntax Invocation(PathSyntax? target)
    {
        var name = Name();
        if (!Take("(")) return new PathSyntax.Member(target, name);
        var arguments = new List<PathSyntax>();
        if (!Take(")"))
        {
            do arguments.Add(Or());
            while (Take(","));
            Expect(")");
        }

        return new PathSyntax.Call(target, name, arguments);
    }

    private string TypeName()
    {
        var name = Name();
        return Take(".") ? Name() : name;
    }

    private string Name()
    {
        var token = Next();
        return char.IsAsciiLetter(token[0]) ? token : throw new PathException($"'{token}' is no name");
    }

    private string Peek() => _next < _tokens.Count ? _tokens[_next] : throw new PathException("it ends too early");

    private string Next()
    {
        var token = Peek();
        _next++;
        return token;
    }

    private bool Take(string token)
    {
        if (_next >= _tokens.Count || _tokens[_next] != token) return false;
        _next++;
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token)) throw new PathException($"'{token}' is missing");
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var index = 0; index < text.Length;)
        {
            var length = char.IsWhiteSpace(text[index]) ? 0 : Length(text.AsSpan(index));
            if (length > 0) tokens.Add(text.Substring(index, length));
            index += Math.Max(1, length);
        }

        return tokens;
    }

    private static int Length(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("!=")) return 2;
        if (Symbols.Contains(rest[0])) return 1;
        if (rest[0] == '\'')
        {
            var end = rest[1..].IndexOf('\'');
            return end >= 0 && !rest[..end].Contains('\\') ? end + 2 : throw new PathException("a text has no end, or an escape");
        }

        var length = rest[0] is '%' or '$' ? 1 : 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '_')) length++;
        return length > 0 ? length : throw new PathException($"'{rest[0]}' is not supported");
    }
}
