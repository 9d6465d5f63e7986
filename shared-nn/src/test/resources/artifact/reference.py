"""Writes reference.safetensors with the format's reference implementation (pip: safetensors, numpy, ml_dtypes)."""
import ml_dtypes
import numpy as np
from safetensors.numpy import save

tensors = {
    "f64": np.array([0.1, -1e300, 5e-324]),
    "f32": np.array([[0.1, -1e38, 1e-45], [3, 4, 5]], dtype=np.float32),
    "f16": np.array([0.1, -65504, 2.0 ** -24], dtype=np.float16),
    "bf16": np.array([0.1, -3.14, 1e10], dtype=ml_dtypes.bfloat16),
    "i64": np.array([-(2 ** 63), 2 ** 53 + 1]),
    "i32": np.array([-(2 ** 31), 7], dtype=np.int32),
    "i16": np.array([-300, 300], dtype=np.int16),
    "i8": np.array([-128, 127], dtype=np.int8),
    "u8": np.array([0, 255], dtype=np.uint8),
    "bool": np.array([True, False, True]),
    "empty": np.zeros((0, 4), dtype=np.float32),
}
with open("reference.safetensors", "wb") as out:
    out.write(save(tensors, metadata={"format": "pt", "note": 'é\n"quoted"'}))
