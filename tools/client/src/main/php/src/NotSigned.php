<?php

declare(strict_types=1);

namespace HubEE;

/** Says that the hub has not signed these bytes a few minutes ago: answer 401. */
final class NotSigned extends \Exception
{
}
