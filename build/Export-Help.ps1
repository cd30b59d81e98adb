<#
.SYNOPSIS
Builds the help that Get-Help reads from the Markdown in docs/en-US.

.DESCRIPTION
Microsoft.PowerShell.PlatyPS converts the cmdlets' pages to CompanyData.PowerShell.dll-Help.xml. PlatyPS does not convert about_
topics, so this script converts them to text. The module ships the result, so its users require neither this script nor PlatyPS.

.PARAMETER Destination
The folder to write to.

.EXAMPLE
./build/Export-Help.ps1

Rebuilds en-US beside the manifest.
#>
#Requires -Modules @{ ModuleName = 'Microsoft.PowerShell.PlatyPS'; ModuleVersion = '1.0.3' }
[CmdletBinding()]
param(
    [string] $Destination = [IO.Path]::Combine($PSScriptRoot, '..', 'en-US')
)

$ErrorActionPreference = 'Stop'
$source = [IO.Path]::Combine($PSScriptRoot, '..', 'docs', 'en-US')
$pages = Get-ChildItem -LiteralPath $source -Filter '*-*.md'
$topics = Get-ChildItem -LiteralPath $source -Filter 'about_*.md'

# A console does not render Markdown: fences, links and marks are removed, and code in topics is indented.
function ConvertTo-PlainText([string] $Markdown, [string] $Indent = '') {
    $inCode = $false
    $lines = foreach ($line in $Markdown.TrimEnd() -split '\r?\n') {
        if ($line -match '^```') { $inCode = -not $inCode }
        elseif ($inCode) { "$Indent$line".TrimEnd() }
        elseif ($line -match '^#+ (.+)') { $Matches[1] -creplace '^(?!about_).*', { $_.Value.ToUpperInvariant() } }
        else { $line -replace '\[([^]]+)\]\([^)]+\)', '$1' -replace '`' -replace '\*\*' }
    }
    $lines -join "`n"
}

function Write-Text([string] $Name, [string] $Text) {
    [IO.File]::WriteAllText((Join-Path $folder $Name), "$Text`n")
}

$folder = (New-Item -ItemType Directory -Path $Destination -Force).FullName
foreach ($topic in $topics) {
    Write-Text "$($topic.BaseName).help.txt" (ConvertTo-PlainText (Get-Content -LiteralPath $topic.FullName -Raw) -Indent '    ')
}

$helps = @($pages | Import-MarkdownCommandHelp)
foreach ($help in $helps) {
    $help.Description = ConvertTo-PlainText $help.Description
    $help.Notes = ConvertTo-PlainText $help.Notes
    foreach ($item in @($help.Parameters) + $help.Inputs + $help.Outputs) { $item.Description = ConvertTo-PlainText $item.Description }
    foreach ($example in $help.Examples) { $example.Remarks = ConvertTo-PlainText $example.Remarks }
    foreach ($parameter in $help.Parameters) { $parameter.Type = $parameter.Type -replace '^System\.Nullable`1\[(.+)\]$', '$1' }
    foreach ($link in $help.RelatedLinks) { $link.Uri = '' }
}

# PlatyPS writes below a folder of the module's name, and a link to a page on the web even where there is none.
$temporary = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
try {
    $file = $helps | Export-MamlCommandHelp -OutputFolder $temporary
    $noPage = '(?s)\s*<maml:navigationLink>\s*<maml:linkText>Online Version</maml:linkText>\s*<maml:uri />\s*</maml:navigationLink>'
    Write-Text $file.Name ([IO.File]::ReadAllText($file.FullName) -replace '\r' -replace $noPage)
}
finally {
    Remove-Item -LiteralPath $temporary -Recurse -ErrorAction Ignore
}
