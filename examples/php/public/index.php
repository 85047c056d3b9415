<?php

declare(strict_types=1);

use App\PriceList;

require __DIR__ . '/../vendor/autoload.php';

header('Content-Type: application/json');

try {
    $body = file_get_contents('php://input', length: 1 << 20);
    $list = PriceList::of(json_decode($body, true, 4, JSON_THROW_ON_ERROR));
    echo json_encode($list->lines(), JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
} catch (JsonException | InvalidArgumentException) {
    http_response_code(400);
    echo json_encode(['error' => 'a locale, a currency and prices are wanted']);
}
