"""Describes numbers: POST / with a JSON list gives their mean, deviation and quartiles."""

import numpy as np
from flask import Flask, abort, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1 << 20


@app.get("/")
def explain():
    return "POST a JSON list of numbers\n"


@app.post("/")
def describe():
    numbers = request.get_json(silent=True)
    if not isinstance(numbers, list) or not numbers:
        abort(400, "a JSON list of numbers is wanted")
    try:
        values = np.array(numbers, dtype=float)
    except (TypeError, ValueError):
        abort(400, "a JSON list of numbers is wanted")
    quartiles = np.quantile(values, [0.25, 0.5, 0.75]).tolist()
    return {"mean": float(values.mean()), "deviation": float(values.std()), "quartiles": quartiles}
