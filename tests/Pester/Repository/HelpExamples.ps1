# Reads the examples of docs/en-US and runs them, as the suite of the help does.

# The code of a page, in its order, with the output that the page shows for it. Title is that of the example or chapter.
function Get-HelpExample([string] $Path) {
    $title, $fence, $examples = '', '', [Collections.Generic.List[object]]::new()
    foreach ($line in Get-Content -LiteralPath $Path) {
        if ($fence) {
            if ($line -eq '```') { $fence = '' }
            elseif ($fence -eq 'powershell') { $examples[-1].Code += "$line`n" }
            elseif ($fence -eq 'output' -and $examples.Count) { $examples[-1].Output += "$line`n" }
        }
        elseif ($line -match '^```(.*)$') {
            $fence = if ($Matches[1]) { $Matches[1] } else { 'text' }
            if ($fence -eq 'powershell') {
                $examples.Add([pscustomobject]@{ Page = [IO.Path]::GetFileNameWithoutExtension($Path); Title = $title; Code = ''; Output = '' })
            }
        }
        elseif ($line -match '^#+ (.+)') { $title = $Matches[1] }
    }
    $examples
}

# A runspace with the module, which stands for the reader's console.
function Open-HelpReader([string] $ManifestPath, [string] $CompaniesPath) {
    $shell = [powershell]::Create()
    $null = $shell.AddScript({
        $PSStyle.OutputRendering = 'PlainText'
        [cultureinfo]::CurrentCulture = 'en-US'
        $ReaderCompanies = $args[1]
        $ReaderEnvironment = @((Get-ChildItem Env:).Name)
        Import-Module $args[0]

        # What a person would type.
        Set-Item function:Read-Host {
            param([string] $Prompt, [switch] $AsSecureString)
            $token = 'eyJhbGciOiJub25lIn0.eyJjdXN0b21lciI6ImN1c3RvbWVyLTEiLCJleHAiOjQwNzA5MDg4MDB9.c2ln' # {customer: customer-1, exp: 2099-01-01}
            $typed = if ($Prompt -match 'Creditro') { $token } else { 'typed by nobody' }
            if ($AsSecureString) { [Net.NetworkCredential]::new('', $typed).SecurePassword } else { $typed }
        }

        # An empty folder with the companies of the examples, and an empty world; nothing of the example before. What is shown
        # is as wide as Get-Help leaves room for in a console of eighty columns.
        function Invoke-Code([string] $Code, [string] $Folder) {
            Get-ChildItem Env: | Where-Object Name -NotIn $ReaderEnvironment | Remove-Item
            $null = New-Item -ItemType Directory -Path $Folder
            Copy-Item -LiteralPath $ReaderCompanies -Destination (Join-Path $Folder 'companies.csv')
            Set-Location -LiteralPath $Folder
            $ConfirmPreference = 'None'
            $PSDefaultParameterValues = @{ 'Connect-CompanyDataSandbox:SyncDuration' = 0.05 }
            Connect-CompanyDataSandbox
            & ([scriptblock]::Create($Code)) | Out-String -Width 72
        }
    }).AddArgument($ManifestPath).AddArgument($CompaniesPath).Invoke()
    $shell
}

# What an example shows, and the errors that it does not handle itself.
function Invoke-HelpExample($Reader, $Example, [string] $Folder) {
    $Reader.Commands.Clear()
    $Reader.Streams.ClearStreams()
    try {
        $shown = $Reader.AddCommand('Invoke-Code').AddArgument($Example.Code).AddArgument($Folder).Invoke()
    }
    catch {
        $thrown = $_.Exception.InnerException
    }
    [pscustomobject]@{ Shown = "$shown"; Errors = @($Reader.Streams.Error; $thrown | Where-Object { $_ }) }
}

# What differs from run to run is left out: ids, times and durations.
function ConvertTo-Comparable([string] $Output) {
    $Output.Trim() -replace '[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{8}(?=\.pdf)', '<id>' -replace '\d{1,2}/\d{1,2}/20[2-9]\d[^\r\n]*', '<time>' `
        -replace '\d\d:\d\d:\d\d[.\d]*', '<duration>' -replace '[ \t]+', ' ' -replace '-{2,}', '--' -replace ' (?=\n|$)'
}
