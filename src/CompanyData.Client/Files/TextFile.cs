using System.Text;

namespace CompanyData.Files;

/// <summary>Reads text that a person saved: UTF-8, or what a byte order mark says. A file in another encoding would lose characters without a word.</summary>
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
                $"The file '{path}' is not UTF-8, nor does a byte order mark name its encoding; it may be Windows-1252. Nothing was sent. "
                + $"Save it as UTF-8, such as: Get-Content '{path.Replace("'", "''")}' -Encoding ([Text.Encoding]::GetEncoding(1252)) | Set-Content utf8.json",
                exception);
        }
    }
}
