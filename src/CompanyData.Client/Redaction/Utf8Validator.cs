using System.Buffers;
using System.Text;
#if !NETSTANDARD
using System.Text.Unicode;
#endif

namespace CompanyData.Redaction;

/// <summary>Notices bytes that are no UTF-8, which JSON has to be, wherever the answer is cut into pieces.</summary>
internal sealed class Utf8Validator
{
#if !NETSTANDARD
    private const int LongestCharacter = 4;
#endif

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private Decoder? _decoder;

#if !NETSTANDARD
    private bool _isWithinCharacter;
#endif

    /// <exception cref="InvalidDataException">They are none.</exception>
    public void Add(ReadOnlySpan<byte> bytes)
    {
#if !NETSTANDARD
        // Nearly every piece is whole in itself; the decoder is for those that a character is cut across.
        if (!_isWithinCharacter && Utf8.IsValid(bytes))
        {
            return;
        }

        _isWithinCharacter = bytes.Length < LongestCharacter
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
            throw new InvalidDataException("its text is not UTF-8.", exception);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }
}
