<?php

declare(strict_types=1);

namespace App;

use Collator;
use InvalidArgumentException;
use NumberFormatter;

/** Names and prices, sorted and written as people of a locale read them. */
final class PriceList
{
    /** @param array<string, int|float> $prices */
    private function __construct(
        private readonly string $locale,
        private readonly string $currency,
        private readonly array $prices,
    ) {
    }

    /** Of `{"locale": "de_DE", "currency": "EUR", "prices": {"Äpfel": 2.5}}`. */
    public static function of(mixed $asked): self
    {
        $locale = $asked['locale'] ?? null;
        $currency = $asked['currency'] ?? null;
        $prices = $asked['prices'] ?? null;
        if (!is_string($locale) || !is_string($currency) || !is_array($prices)) {
            throw new InvalidArgumentException();
        }
        foreach ($prices as $price) {
            if (!is_int($price) && !is_float($price)) {
                throw new InvalidArgumentException();
            }
        }
        return new self($locale, $currency, $prices);
    }

    /** @return list<string> */
    public function lines(): array
    {
        $names = array_map(strval(...), array_keys($this->prices));
        (new Collator($this->locale))->sort($names);
        $format = new NumberFormatter($this->locale, NumberFormatter::CURRENCY);
        return array_map(
            fn (string $name): string => "$name: " . $format->formatCurrency($this->prices[$name], $this->currency),
            $names,
        );
    }
}
