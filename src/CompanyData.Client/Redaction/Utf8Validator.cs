using System.Buffers;
using System.Text;
#if !NETSTANDARD
using System.Text.Unicode;
#endif

namespace CompanyData.Redaction;

/// <summary>Rejects bytes that are not UTF-8, which JSON requires; characters may be split across chunks.</summary>
internal sealed class Utf8Validator
{
#if !NETSTANDARD
    private const int MaxCharacterLength = 4;
#endif

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private Decoder? _decoder;

#if !NETSTANDARD
    private bool _isWithinCharacter;
#endif

    /// <exception cref="InvalidDataException">The bytes are not UTF-8.</exception>
    public void Add(ReadOnlySpan<byte> bytes)
    {
#if !NETSTANDARD
        // Fast path: nearly every chunk is complete. The decoder handles characters that are split across chunks.
        if (!_isWithinCharacter && Utf8.IsValid(bytes))
        {
            return;
        }

        _isWithinCharacter = bytes.Length < MaxCharacterLength
            || Rune.DecodeLastFromUtf8(bytes, out _, out _) == OperationStatus.NeedMoreData;
#endif
        _decoder ??= Strict.GetDecoder();
        char[] characters = ArrayPool<char>.Shared.Rent(bytes.Length + 1);
        try
        {
#if NETSTANDARD
            _decoder.GetChars(bytes.ToArray(), 0, bytes.Length, characters, 0, flush: false);
#else
            _decoder.GetChars(bytes, characters, flush: false);
#endif
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException("the body is not UTF-8", exception);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }
}
