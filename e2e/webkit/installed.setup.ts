import { test } from '@playwright/test'
import { requireWebKit } from './startWebKit.ts'

// A project that `webkit` depends on, so that a missing package is reported once, not by every test.
test('WebKit is installed', () => requireWebKit())
