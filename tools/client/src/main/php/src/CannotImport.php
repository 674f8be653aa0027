<?php

declare(strict_types=1);

namespace HubEE;

/** Says that a télédossier can never be imported: its operator is told so, with the reason. Any other exception may pass. */
final class CannotImport extends \Exception
{
}
