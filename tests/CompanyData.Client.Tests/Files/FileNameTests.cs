using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Files;

/// <summary>Names that a service suggests, on whatever system they are tried.</summary>
public class FileNameTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/cron.d/job", "job")]
    [InlineData("..\\..\\x.pdf", "x.pdf")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\x.dll", "x.dll")]
    [InlineData("C:x.dll", "Cx.dll")]
    [InlineData("\\\\server\\share\\x.pdf", "x.pdf")]
    [InlineData("notes.txt:hidden", "notes.txthidden")]
    [InlineData("notes.txt::$DATA", "notes.txt$DATA")]
    [InlineData("CON", "_CON")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData("NUL.tar.gz", "_NUL.tar.gz")]
    [InlineData("COM1", "_COM1")]
    [InlineData("com¹.txt", "_com¹.txt")]
    [InlineData("LPT9 .txt", "_LPT9 .txt")]
    [InlineData("CONIN$", "_CONIN$")]
    [InlineData("console.pdf", "console.pdf")]
    [InlineData("COM10.pdf", "COM10.pdf")]
    [InlineData("-rf", "_-rf")]
    [InlineData("--help.pdf", "_--help.pdf")]
    [InlineData(".bashrc", "_.bashrc")]
    [InlineData("...bashrc", "_...bashrc")]
    [InlineData("~", "_~")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    [InlineData("a\u2066b\u2069.pdf", "ab.pdf")]
    [InlineData("a\u001b]0;x\u0007.pdf", "a]0;x.pdf")]
    [InlineData("a\u009b2J.pdf", "a2J.pdf")]
    [InlineData("name.pdf. . ", "name.pdf")]
    [InlineData("\u0000", null)]
    [InlineData("..", null)]
    [InlineData("../", null)]
    [InlineData(" . ", null)]
    [InlineData("", null)]
    public void Of_AnyName_IsHarmless(string name, string? expected) => Assert.Equal(expected, SafeFileName.From(name));

    /// <summary>Ids come from the service as well: piped from its data, they name the file where the answer suggests no name.</summary>
    [Theory]
    [InlineData("f-1", "f-1.bin")]
    [InlineData("../../x", "_.._.._x.bin")]
    [InlineData("..\\x", "_.._x.bin")]
    [InlineData("/etc/x", "_etc_x.bin")]
    [InlineData("CON", "_CON.bin")]
    [InlineData("\u001b", "_.bin")]
    public void NameFor_NoNameIsSuggested_IsMadeOfTheId(string id, string expected)
    {
        using HttpResponseMessage response = new() { Content = new ByteArrayContent([]) };
        using FileDownload file = Downloads.From(response);
        Assert.Equal(expected, file.NameFor(id));
    }
}
