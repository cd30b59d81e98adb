using System.Buffers;
using System.Text;

namespace CompanyData.Transport;

/// <summary>Notices bytes that are no UTF-8, which JSON has to be, wherever the answer is cut into pieces.</summary>
internal sealed class Utf8Check
{
    private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();

    /// <exception cref="InvalidDataException">They are none.</exception>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        char[] characters = ArrayPool<char>.Shared.Rent(bytes.Length + 1);
        try
        {
#if NETSTANDARD
            _decoder.GetChars(bytes.ToArray(), 0, bytes.Length, characters, 0, flush: false);
#else
            _decoder.GetChars(bytes, characters, flush: false);
#endif
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("its text is not UTF-8.");
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }
}
