# Connect- cmdlets and SecretManagement: the real modules, in processes of their own whose home is a folder of this test.
BeforeAll {
    . "$PSScriptRoot/../Powens/PowensHelpers.ps1"
    $missing = if ($IsWindows) { 'SecretStore keeps its vault in the user''s own folder on Windows, wherever HOME points' }
    elseif (@(Get-Module -ListAvailable Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore).Count -lt 2) {
        'SecretManagement and SecretStore are not installed: Install-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore'
    }

    $folder = Join-Path $TestDrive 'home'
    $null = New-Item -ItemType Directory $folder
    $canary = "canary-$(New-Guid)"

    # What a command gives, and the error it ends with, as JSON on one line.
    $probe = "Import-Module '$ModulePath'; `$PSStyle.OutputRendering = 'PlainText'
        function Show(`$Script) {
            try { @{ Output = @(. `$Script) } | ConvertTo-Json -Compress -Depth 3 }
            catch {
                @{ Id = `$_.FullyQualifiedErrorId; Category = `"`$(`$_.CategoryInfo.Category)`"; Text = (`$_ | Out-String)
                   Message = `"`$_`"; Action = `$_.ErrorDetails.RecommendedAction } | ConvertTo-Json -Compress
            }
        }
        "

    # Runs it where this folder is home; gives the lines of its output.
    function Invoke-AtHome([string] $Script) {
        $before = $env:HOME
        $env:HOME = $folder
        try { Invoke-FreshPowerShell $Script }
        finally { $env:HOME = $before }
    }

    if (-not $missing) {
        # Once, by a person: a vault that opens with a password and never asks, its password kept apart.
        $setUp = Invoke-AtHome "
            `$password = ConvertTo-SecureString 'vault password' -AsPlainText -Force
            `$password | Export-Clixml '$folder/password.xml'
            Set-SecretStoreConfiguration -Scope CurrentUser -Authentication Password -Password `$password -Interaction None -Confirm:`$false
            Register-SecretVault Test -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
            Unlock-SecretStore -Password `$password
            Set-Secret QardKey '$canary'
            Set-Secret QardCredential ([pscredential]::new('nobody', (ConvertTo-SecureString '$canary-2' -AsPlainText -Force)))
            Set-Secret QardTable @{ apikey = '$canary-3' }
            Set-Secret PowensUser '$canary-4'
            Set-Secret PowensClient ([pscredential]::new('app', (ConvertTo-SecureString '$canary-5' -AsPlainText -Force)))
            Set-Secret PowensAll @{ Domain = 'exemple-sandbox'; UserToken = '$canary-6'; ConfigToken = '$canary-7'; ClientId = 'app' }
            Set-Secret QontoToken '$canary-8'
            Set-Secret QontoPartner ([pscredential]::new('partner-1', (ConvertTo-SecureString '$canary-9' -AsPlainText -Force)))
            Set-Secret QontoAll @{ Token = '$canary-10'; PartnerId = 'partner-2'; StagingToken = '$canary-11' }
            Set-Secret CreditroToken '$(New-Jwt @{ customer = 'customer-1'; exp = 4102444800 })'
            Set-Secret Typo @{ ApiKye = '$canary-12' }
            Set-Secret Bytes ([byte[]](1, 2, 3))"
    }
}

Describe 'A scheduled task with a SecretStore' {
    BeforeAll {
        if ($missing) { return }
        $server = Start-Server
        try {
            # Every night, by nobody.
            $lines = Invoke-AtHome "$probe
                Unlock-SecretStore -Password (Import-Clixml '$folder/password.xml')
                `$PSDefaultParameterValues = @{ 'Connect-*:Uri' = '$($server.Uri)'; 'Get-*:ErrorAction' = 'Ignore'; 'New-*:ErrorAction' = 'Ignore' }
                Show { Connect-Qard -SecretName QardKey; `$null = Get-QardProfile }
                Show { Connect-Qard -SecretName QardCredential -Vault Test; `$null = Get-QardProfile }
                Show { Connect-Qard -SecretName QardTable; `$null = Get-QardProfile }
                Show { Connect-Powens -SecretName PowensUser; `$null = Get-PowensUser me }
                Show { Connect-Powens -SecretName PowensClient; `$null = New-PowensUser }
                Show { Connect-Powens -SecretName PowensAll -UserToken (Get-Secret PowensUser); `$null = Get-PowensUser me; Get-CompanyDataSession Powens | ForEach-Object { `"`$(`$_.Scopes)`" } }
                Show { Connect-Qonto -SecretName QontoPartner; `$null = Get-QontoRegistration }
                Show { Connect-Qonto -SecretName QontoAll; `$null = Get-QontoRegistration }
                Show { Connect-Qonto -SecretName QontoToken -PartnerId partner-3; `$null = Get-QontoRegistration }
                Show { Connect-Creditro -SecretName CreditroToken; (Get-CreditroToken).CustomerId }
                `$PSDefaultParameterValues.Remove('Connect-*:Uri')
                Show { (Connect-Powens -SecretName PowensAll -PassThru).Uri.Host; (Connect-Powens -SecretName PowensAll -Domain other-sandbox -PassThru).Uri.Host }
                Show { Connect-Qonto -SecretName QontoToken }
                Show { Connect-Qard -SecretName Typo }
                Show { Connect-Qard -SecretName Bytes }
                Show { Connect-Qard -SecretName Nothing }
                Show { Connect-Qard -SecretName QardKey -Vault Nowhere }"
        }
        finally { Stop-Server $server }

        $shown = @($lines | ForEach-Object { $_ | ConvertFrom-Json })
        $requests = $server.Requests
    }

    BeforeEach { if ($missing) { Set-ItResult -Skipped -Because $missing } }

    It 'is set up without a question' {
        $setUp | Should -BeNullOrEmpty
        $shown | Should -HaveCount 16
        $shown[0..10] | ForEach-Object { $_.Message | Should -BeNullOrEmpty }
    }

    It 'opens a Qard session with a text, a credential or a hashtable' {
        $requests[0..2].Key | Should -Be $canary, "$canary-2", "$canary-3"
    }

    It 'opens a Powens session with a user token, a client, or all that there is' {
        $requests[3].Key | Should -Be "$canary-4"
        $requests[4].Body | Should -BeLike "*`"client_id`":`"app`"*"
        $requests[4].Body | Should -BeLike "*$canary-5*"
        $shown[5].Output | Should -Be 'user token config'
        $shown[10].Output | Should -Be 'exemple-sandbox.biapi.pro', 'other-sandbox.biapi.pro'
    }

    It 'lets a parameter go before what the secret holds' {
        $requests[5].Key | Should -Be "$canary-4"
    }

    It 'opens a Qonto session, whose partner a credential or a hashtable names' {
        $requests[6..8].Key | Should -Be "$canary-9", "$canary-10", "$canary-8"
        $requests[7].Headers['X-Qonto-Staging-Token'] | Should -Be "$canary-11"
        $requests[6..8].ForEach({ $_.Headers['Qonto-Partner-Id'] }) | Should -Be 'partner-1', 'partner-2', 'partner-3'
    }

    It 'opens a Creditro session' {
        $shown[9].Output | Should -Be 'customer-1'
    }

    It 'is told what is wrong with <What>' -ForEach @(
        @{ What = 'a secret that says too little'; Index = 11; Id = 'QontoInvalidInput,*'; Word = '*QontoToken*QONTO_PARTNER_ID is needed*Token, PartnerId, StagingToken*' }
        @{ What = 'a name that no parameter has'; Index = 12; Id = 'QardInvalidInput,*'; Word = "*'Typo' has the unknown parameter 'ApiKye'*it may have ApiKey." }
        @{ What = 'bytes'; Index = 13; Id = 'QardInvalidInput,*'; Word = "*'Bytes' is a Byte``[``]; a session requires a text*" }
        @{ What = 'a secret that is not there'; Index = 14; Id = 'QardSecretUnavailable,*'; Word = "*secret 'Nothing' cannot be read: *not found*" }
        @{ What = 'a vault that is not there'; Index = 15; Id = 'QardSecretUnavailable,*'; Word = "*secret 'QardKey' of the vault 'Nowhere' cannot be read: *" }
    ) {
        $shown[$Index].Id | Should -BeLike $Id
        $shown[$Index].Message | Should -BeLike $Word
    }

    It 'shows no secret' {
        $lines | Should -Not -Match 'canary'
    }
}

Describe 'A SecretStore that is locked' {
    BeforeEach { if ($missing) { Set-ItResult -Skipped -Because $missing } }

    It 'that would ask for its password asks nobody where nobody sits' {
        $null = Invoke-AtHome "Unlock-SecretStore -Password (Import-Clixml '$folder/password.xml')
            Set-SecretStoreConfiguration -Interaction Prompt -Confirm:`$false"

        # As cron starts it: nothing says that nobody sits there, but for the input.
        $null = New-Item "$folder/nothing.txt"
        $process = Start-Engine '-Command', "$probe; Show { Connect-Qard -SecretName QardKey }" @{
            RedirectStandardInput = "$folder/nothing.txt"; RedirectStandardOutput = "$folder/said.txt"; Environment = @{ HOME = "$folder" }
        }
        $ended = $process.WaitForExit(1000 * $Soon)
        if (-not $ended) { $process.Kill() }
        $said = Get-Content "$folder/said.txt" -Raw

        $ended | Should -BeTrue -Because 'it must not wait for an answer'
        $shown = $said | ConvertFrom-Json
        $shown.Id | Should -BeLike 'QardSecretUnavailable,*'
        $shown.Category | Should -Be ResourceUnavailable
        $shown.Message | Should -BeLike '*A valid password is required*'
        $shown.Action | Should -BeLike '*Unlock-SecretStore*'
    }
}

Describe 'Without SecretManagement' {
    It '<_> says what to install' -ForEach 'Connect-Qard', 'Connect-Powens', 'Connect-Qonto', 'Connect-Creditro' {
        $before = $env:PSModulePath
        $shell = [powershell]::Create()
        try {
            # A runspace that opens adds the usual folders.
            $null = $shell.AddScript('param($path, $command, $none) Import-Module $path; $env:PSModulePath = $none; & $command -SecretName a-secret')
            $null = $shell.AddParameters(@($ModulePath, $_, "$TestDrive"))
            $shell.Invoke() | Should -BeNullOrEmpty
            $record = $shell.Streams.Error[0]
        }
        finally {
            $env:PSModulePath = $before
            $shell.Dispose()
        }

        "$record" | Should -BeLike '*Microsoft.PowerShell.SecretManagement, which is not installed*'
        $record.FullyQualifiedErrorId | Should -BeLike "$($_ -replace 'Connect-')SecretManagementMissing,*"
        $record.CategoryInfo.Category | Should -Be NotInstalled
        $record.ErrorDetails.RecommendedAction | Should -BeLike 'Install-Module Microsoft.PowerShell.SecretManagement*'
    }
}

Describe 'A secret beside another' {
    BeforeAll { $key = ConvertTo-Secret 'a-key' }

    It 'is refused: <_>' -ForEach @(
        { Connect-Qard -ApiKey $key -SecretName a-secret }
        { Connect-Qard -Credential ([pscredential]::new('nobody', $key)) -SecretName a-secret }
        { Connect-Creditro -Token $key -SecretName a-secret }
        { Connect-Qonto -Token $key -SecretName a-secret }
    ) {
        $_ | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
    }
}
