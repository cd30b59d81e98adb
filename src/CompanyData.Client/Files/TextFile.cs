using System.Text;

namespace CompanyData.Files;

/// <summary>Reads text files written by users: UTF-8, or the encoding of a byte order mark. Rejects any other encoding instead of silently losing characters.</summary>
public static class TextFile
{
    /// <exception cref="ArgumentException">The file is in another encoding.</exception>
    public static string Read(string path)
    {
        try
        {
            using StreamReader reader = new(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException exception)
        {
            throw new ArgumentException(
                $"The file '{path}' is not UTF-8 and has no byte order mark; its encoding may be Windows-1252. Nothing was sent. "
                + $"Save it as UTF-8, for example: Get-Content '{path.Replace("'", "''")}' -Encoding ([Text.Encoding]::GetEncoding(1252)) | Set-Content utf8.json",
                exception);
        }
    }
}
