BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    Connect-CompanyDataSandbox -SyncDuration 0
    $decisions = New-Collected 123456789 COURT_DECISION, ACT | Get-QardData -DataType COURT_DECISION
    $fileId = $decisions[0].FileId
}

Describe 'Save-QardFile' {
    BeforeEach { $folder = (New-Item -ItemType Directory "TestDrive:/$(New-Guid)").FullName }

    It 'saves into a folder, under the name that the service suggests' {
        $file = $fileId | Save-QardFile -Path $folder
        $file | Should -BeOfType IO.FileInfo
        $file.DirectoryName | Should -Be $folder
        $file.Extension | Should -Be '.pdf'
        (Get-Content $file -TotalCount 1) | Should -BeLike '%PDF*'
    }

    It 'saves into the current folder by default' {
        Push-Location $folder
        try { (Save-QardFile $fileId).DirectoryName | Should -Be $folder }
        finally { Pop-Location }
    }

    It 'saves under a name that is given, on any drive of the engine' {
        $drive = "TestDrive:/$(Split-Path $folder -Leaf)/given.pdf"
        (Save-QardFile $fileId $drive).Name | Should -Be 'given.pdf'
        Test-Path $drive | Should -BeTrue
    }

    It 'takes file ids <How>' -ForEach @(
        @{ How = 'from data'; Save = { $decisions | Save-QardFile -Path $folder } }
        @{ How = 'by the name on the wire'; Save = { $decisions | ForEach-Object { [pscustomobject]@{ file_id = $_.FileId } } | Save-QardFile -Path $folder } }
        @{ How = 'by value'; Save = { $decisions.FileId | Save-QardFile -Path $folder } }
    ) {
        (& $Save).Count | Should -Be @($decisions).Count
        (Get-ChildItem $folder).Count | Should -Be @($decisions).Count
    }

    It 'removes what a killed download left behind in the folder' {
        $stale = Join-Path $folder "act.pdf.$([guid]::NewGuid().ToString('N')).partial"
        Set-Content $stale 'x'
        (Get-Item $stale).LastWriteTime = (Get-Date).AddHours(-1)
        $null = Save-QardFile $fileId -Path $folder
        Get-ChildItem $folder -Filter *.partial | Should -BeNullOrEmpty
    }

    It 'replaces a file with -Force only' {
        $path = Join-Path $folder 'taken.pdf'
        Set-Content $path 'mine' -NoNewline
        Save-QardFile $fileId $path -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardFileError,*'
        $failed[0] | Should -BeLike '*-Force*'
        Get-Content $path | Should -Be 'mine'

        $null = Save-QardFile $fileId $path -Force
        Get-Content $path -TotalCount 1 | Should -BeLike '%PDF*'
        Get-ChildItem $folder | Should -HaveCount 1
    }

    It 'says that the folder is missing before any call' {
        $before = Get-RequestCount
        Save-QardFile $fileId (Join-Path $folder 'no/such/file.pdf') -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardInvalidInput,*'
        $failed[0] | Should -BeLike '*does not exist*'
        Get-RequestCount | Should -Be $before
    }

    It 'is QardNotFound for an unknown file, and leaves nothing behind' {
        $saved = 'no-such-file', $fileId | Save-QardFile -Path $folder -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
        $failed[0].TargetObject | Should -Be 'no-such-file'
        (Get-ChildItem $folder -Force).FullName | Should -Be $saved.FullName
    }

    It 'saves nothing with -WhatIf' {
        $before = Get-RequestCount
        Save-QardFile $fileId $folder -WhatIf
        Get-RequestCount | Should -Be $before
        Get-ChildItem $folder | Should -BeNullOrEmpty
    }

    It 'adds the id to a name that it has just written, with -Force too' {
        $server = Start-Server -Body 'content' -Header @{ 'Content-Disposition' = 'attachment; filename="act.pdf"' }
        try {
            $session = Connect-Qard (ConvertTo-Secret 'a-key') -Uri $server.Uri -PassThru
            ('a', 'b', 'c' | Save-QardFile -Path $folder -Force -Session $session).Name | Should -Be 'act.pdf', 'act (b).pdf', 'act (c).pdf'
            ('a', 'b', 'a' | Save-QardFile -Path (Join-Path $folder 'one.pdf') -Force -Session $session).Name | Should -Be 'one.pdf', 'one (b).pdf', 'one.pdf'
            Get-ChildItem $folder | Should -HaveCount 5
        }
        finally { Stop-Server $server }
    }

    It 'cannot be led out of the folder by the name that the service suggests' {
        $server = Start-Server -Body 'evil' -Header @{ 'Content-Disposition' = 'attachment; filename="../../evil.txt"' }
        try {
            $session = Connect-Qard (ConvertTo-Secret 'a-key') -Uri $server.Uri -PassThru
            (Save-QardFile any $folder -Session $session).FullName | Should -Be (Join-Path $folder 'evil.txt')
        }
        finally {
            Stop-Server $server
        }
    }
}
